"""`python -m rashomon.cli`, for where the script is not on the path."""

from rashomon.cli import main

main()
