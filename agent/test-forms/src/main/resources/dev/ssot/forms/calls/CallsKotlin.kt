package app

import lib.Client
import lib.Clients
import lib.Single
import lib.client
import lib.inlined
import lib.named

/** Calls of factories as kotlinc writes them. */
object CallsKotlin {
  var changing = "a"
  val once: Client by lazy { Client.create("lazy") } // once

  fun plain() = Client.create() // shared
  fun text() = Client.create("a" + 1) // shared
  fun companion() = Clients.standard() // shared
  fun static() = Clients.static() // shared
  fun single() = Single.client() // shared
  fun defaults() = Clients.sized() // shared
  fun someDefaults() = Clients.sized(name = "b") // shared
  fun noDefaults() = Clients.sized(2, "c") // shared
  fun topLevel() = named() // shared
  fun extension() = "x".client() // shared
  fun inlinedHere() = inlined() // inlined
  fun built() = Client.builder().port(1).build() // shared
  fun applied() = Client.builder().apply { port(1) }.build() // shared
  fun also() = Client.create().also { it.options() } // shared
  fun let() = "a".let { Client.create("let") } // shared
  fun cast(): Client = Client.builder().buildAny() // shared
  fun elvis(): Client = changing.takeIf { it.isEmpty() }?.let { null } ?: Client.create() // shared
  fun lambda(): Client { val made = { Client.create("lambda") }; return made() } // shared
  fun typed(): Client { val b: Client.Builder = Client.builder(); b.port(3); return b.build() } // shared
  fun caught() = try { Client.create("try") } finally { changing = "a" } // shared
  fun used() = Client.create().use { it.options() } // shared
  fun looped() { repeat(2) { Client.create("looped") } } // shared

  fun parameter(text: String) = Client.create(text) // arguments
  fun field() = Client.create(changing) // arguments
  fun defaultsAnd(size: Int) = Clients.sized(size) // arguments
  fun extended(text: String) = text.client() // arguments
  fun condition(flag: Boolean) = Client.create(if (flag) "a" else "b") // arguments
  fun whenever(n: Int) = Client.create(when (n) { 0 -> "a"; else -> "b" }) // arguments
  fun template(n: Int) = Client.create("a$n") // arguments
  fun appliedTo(n: Int) = Client.builder().apply { port(n) }.build() // arguments
  fun indexed() { repeat(2) { Client.create(it) } } // arguments

  @JvmStatic
  fun main(none: Array<String>) {
    for (i in 0..2) {
      once
      plain(); text(); companion(); static(); single(); defaults(); someDefaults(); noDefaults()
      topLevel(); extension(); inlinedHere(); built(); applied(); also(); let(); cast(); elvis()
      lambda(); typed(); caught(); used(); looped()
      parameter("a"); field(); defaultsAnd(i); extended("a"); condition(i > 0); whenever(i)
      template(i); appliedTo(i); indexed()
    }
  }
}
