"""What is traced and decided, for people to read: the pages of the site, pictures of households, spreadsheets."""
