"""What makes files that the project keeps, run now and then by hand."""
