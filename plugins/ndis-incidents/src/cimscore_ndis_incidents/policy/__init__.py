"""What the program rests on: its sources and every clause of them, as data."""
