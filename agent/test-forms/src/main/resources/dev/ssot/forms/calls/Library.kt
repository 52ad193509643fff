package lib

/** What a library in Kotlin makes. */
class Clients {
  companion object {
    fun standard(): Client = Client.create("standard")

    @JvmStatic fun static(): Client = Client.create("static")

    fun sized(size: Int = 1, name: String = "a"): Client = Client.create(name + size)
  }
}

object Single {
  fun client(): Client = Client.create("single")
}

fun named(name: String = "n"): Client = Client.create(name)

fun String.client(): Client = Client.create(this)

inline fun inlined(): Client = Client.create("inlined")
