"""The decision of one program about one case, as a value, with its words and addresses."""
