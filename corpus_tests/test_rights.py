"""Nothing of these texts would be shown if they were not free."""

from tests.redact.test_redact import (  # noqa: F401 - asked of these texts, too
    test_anchors_still_lead_to_their_words,
    test_blocks_keep_their_places,
    test_excerpts_show_the_quoted_sentences_and_no_other,
    test_no_page_and_no_export_holds_a_sentence_that_may_not_be_shown,
    test_records_keep_no_text_that_is_not_free_nor_what_hints_and_waivers_repeat_of_it,
    test_some_sentences_are_quoted_and_some_are_not,
    test_what_is_free_is_shown_as_it_is,
    test_withheld_shows_nothing_but_the_quotes,
)
