"""Places by name: built once from packages that carry GeoNames, then looked up."""
