"""The world into `Report`s: files, pages, records; what is running text and what is not."""
