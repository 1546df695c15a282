"""What the commands share: arguments in two languages, findings on a screen, files to write."""
