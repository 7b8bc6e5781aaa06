package io.agencytasks.functions.executors.extraction;

import java.util.List;

/**
 * Rows that are wanted, for a file of comma-separated values.
 *
 * @param columns each of its row, at most {@value TablesField#MAX_COLUMNS}
 */
record Table(String name, Place rows, List<Field> columns) {}
