# nothing to see
