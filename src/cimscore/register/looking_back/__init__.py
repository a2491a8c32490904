"""Looking back over a whole register: what another edition or reading would move."""
