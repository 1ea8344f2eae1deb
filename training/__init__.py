"""What rebuilds the data files of the package that are learnt from examples."""
