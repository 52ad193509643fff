package app

import groovy.transform.CompileStatic
import lib.Client

/** Calls of factories as Groovy writes them, where it is compiled statically. */
@CompileStatic
class CallsGroovy {
  static String changing = 'a'

  static Client plain() { Client.create() } // shared
  static Client text() { Client.create('a') } // shared
  static Client number() { Client.create(1) } // shared
  static Client built() { Client.builder().port(1).build() } // shared
  static Client local() { def b = Client.builder(); b.port(1); b.build() } // shared
  static Client cast() { (Client) Client.builder().buildAny() } // factory-method
  static Client many() { Client.wide(1L, 2.0d, 'a', 'b') } // shared
  static Client closure() { def c = { Client.create('c') }; (Client) c.call() } // shared
  static Client caught() { try { Client.create('try') } finally { changing = 'a' } } // shared
  static void looped() { for (int i = 0; i < 2; i++) { Client.create() } } // shared

  static Client parameter(String text) { Client.create(text) } // arguments
  static Client field() { Client.create(changing) } // arguments
  static Client condition(boolean flag) { Client.create(flag ? 'a' : 'b') } // arguments
  static Client template(int n) { Client.create("a${n}".toString()) } // arguments
  static void counted() { for (int i = 0; i < 2; i++) { Client.create(i) } } // arguments

  static void main(String[] none) {
    for (int i = 0; i < 3; i++) {
      plain(); text(); number(); built(); local(); cast(); many(); closure(); caught(); looped()
      parameter('a'); field(); condition(i > 0); template(i); counted()
    }
  }
}
