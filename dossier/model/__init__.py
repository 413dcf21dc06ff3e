"""The values that stages exchange, and nothing that reads, computes or writes.

`problem` and `place` say what is wrong and where; `ids` and `kinds` name things; `claim`, `source`,
`entity`, `question`, `work` and `page` are the records that authors write; `corpus` is all of them
loaded; `reading`, `evidence`, `links`, `analysis` and `citation` are what the stages make of them;
`dossier` is everything together, which `render` and `export` receive.
"""
