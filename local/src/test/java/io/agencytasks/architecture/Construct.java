package io.agencytasks.architecture;

/** Constructs the class it is given by its public no-argument constructor, as Lambda does. */
final class Construct {
  private Construct() {}

  public static void main(String... arguments) throws ReflectiveOperationException {
    var handler = Class.forName(arguments[0]).getConstructor().newInstance();
    System.out.println("constructed " + handler.getClass().getName());
    // What Lambda freezes may leave threads behind; here they end with their machine.
    System.exit(0);
  }
}
