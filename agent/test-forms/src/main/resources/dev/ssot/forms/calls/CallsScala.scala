package app

import lib.Client

/** Calls of factories as scalac writes them. */
object CallsScala {
  var changing = "a"
  lazy val once: Client = Client.create("lazy") // once

  def plain(): Client = Client.create() // shared
  def text(): Client = Client.create("a") // shared
  def built(): Client = Client.builder().port(1).build() // shared
  def local(): Client = { val b = Client.builder(); b.port(1); b.build() } // shared
  def cast(): Client = Client.builder().buildAny[Client]() // shared
  def function(): Client = { val f = () => Client.create("f"); f() } // shared
  def byName(): Client = evaluated(Client.create("by name")) // shared
  def caught(): Client = try { Client.create("try") } finally { changing = "a" } // shared
  def looped(): Unit = { var i = 0; while (i < 2) { Client.create(); i += 1 } } // shared
  def option(): Option[Client] = Some(Client.create("option")) // shared

  def parameter(text: String): Client = Client.create(text) // arguments
  def field(): Client = Client.create(changing) // arguments
  def condition(flag: Boolean): Client = Client.create(if (flag) "a" else "b") // arguments
  def template(n: Int): Client = Client.create(s"a$n") // arguments
  def matched(n: Int): Client = Client.create(n match { case 0 => "a"; case _ => "b" }) // arguments
  def counted(): Unit = for (i <- 0 until 2) Client.create(Integer.valueOf(i)) // arguments

  private def evaluated[T](value: => T): T = value

  def main(none: Array[String]): Unit = {
    for (i <- 0 until 3) {
      once
      plain(); text(); built(); local(); cast(); function(); byName(); caught(); looped(); option()
      parameter("a"); field(); condition(i > 0); template(i); matched(i); counted()
    }
  }
}
