package io.qhyper.backend.ibm;

/** Directed gates, one text with rows of values. */
class RowsOnEagleTest extends IbmBackendContract {
  RowsOnEagleTest() {
    super("sandbox_eagle", BindMode.ROWS);
  }
}
