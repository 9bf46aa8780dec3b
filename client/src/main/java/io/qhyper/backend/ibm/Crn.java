package io.qhyper.backend.ibm;

/**
 * The name of a service instance in IBM Cloud: {@code
 * crn:v1:bluemix:public:quantum-computing:<region>:a/<account>:<instance>::}.
 */
public record Crn(String value) {
  private static final int REGION = 5;
  private static final int SHOWN = 40;

  public Crn {
    value = value.strip();
    String[] fields = value.split(":", -1);
    boolean printable = value.chars().allMatch(c -> c > ' ' && c <= '~');
    if (!printable || fields.length < 8 || !fields[0].equals("crn")) {
      throw wrong(value, "crn:v1:bluemix:public:quantum-computing:us-east:a/ACCOUNT:INSTANCE::");
    }
    if (!fields[4].equals("quantum-computing")) {
      throw wrong(value, "one of the service quantum-computing");
    }
    if (!fields[REGION].matches("[a-z0-9-]{1,40}")) {
      throw wrong(value, "one with a region such as us-east as its sixth field");
    }
  }

  private static IllegalArgumentException wrong(String value, String expected) {
    String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    return new IllegalArgumentException(
        "the CRN of the instance must be " + expected + ", got '" + shown + "'");
  }

  /** The region, such as {@code us-east} or {@code eu-de}. */
  public String region() {
    return value.split(":", -1)[REGION];
  }

  @Override
  public String toString() {
    return value;
  }
}
