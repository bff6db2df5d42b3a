"""What happened, according to whom: reads reports that disagree and keeps who says what."""
