"""Write down, check, print and exchange competency frameworks."""
