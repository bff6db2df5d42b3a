"""What is measured. Reads `../shared` where it is there, and says so plainly where it is not."""
