"""Parts that pages of several kinds have."""
