package io.qhyper.backend.ibm;

/** Symmetric gates, one bound text for each row. */
class TextsOnHeronTest extends IbmBackendContract {
  TextsOnHeronTest() {
    super("sandbox_heron", BindMode.TEXT);
  }
}
