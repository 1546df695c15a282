"""Wording: can this sentence be observed and measured?"""

from competenties.wording.check import analyse, check_sentence, labels_of, sentence_rules
from competenties.wording.house import House

__all__ = ["House", "analyse", "check_sentence", "labels_of", "sentence_rules"]
