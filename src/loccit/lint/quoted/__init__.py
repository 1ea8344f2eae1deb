"""Look up quoted words in the sources that they are quoted from: PDFs, texts, web pages."""
