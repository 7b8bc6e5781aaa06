package io.agencytasks.functions.executors.extraction;

/**
 * One value that is wanted.
 *
 * @param all whether it is a list of all that is found, not the first alone
 * @param required whether the attempt fails without it
 */
record Field(String name, Place place, Form form, boolean all, boolean required) {}
