"""The worked example of Harbour Care."""
