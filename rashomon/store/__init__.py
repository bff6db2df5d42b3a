"""Where reports, readings and events are kept."""
