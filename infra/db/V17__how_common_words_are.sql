-- How many tasks have a word in them is guessed from a sample of their texts. A coarse one takes a
-- rare word for one that a hundredth of all have, and the list is then walked to the end for it.
alter index agency_tasks_text alter column 2 set statistics 500;
