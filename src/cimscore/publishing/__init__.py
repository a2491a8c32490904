"""Publishing of traces and decisions for people: the pages of the site, pictures of households, spreadsheets."""
