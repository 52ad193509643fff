package forms

import java.util.function.Supplier

/** As Forms, in Kotlin. */
object FormsKotlin {
  @JvmStatic
  fun main(args: Array<String>) {
    for (form in FormsKotlin::class.java.declaredClasses.sortedBy { it.simpleName }) {
      if (Forms.Form::class.java.isAssignableFrom(form)) {
        val result = (form.getDeclaredConstructor().newInstance() as Forms.Form).run()
        println(form.simpleName + " = " + result)
      }
    }
  }

  inline fun <T> twice(make: () -> T): T {
    make()
    return make()
  }

  class Plain : Forms.Form {
    override fun run(): Any = X()
  }

  class Statement : Forms.Form {
    override fun run(): Any {
      X()
      X(1, 2L)
      return "nothing"
    }
  }

  class Nested : Forms.Form {
    override fun run(): Any = X(X(X("inner")))
  }

  class LongAndDouble : Forms.Form {
    override fun run(): Any {
      val a = 5L
      val b = 2.5
      return X(a, b, X()).toString() + " " + a + b
    }
  }

  class Ternary : Forms.Form {
    override fun run(): Any {
      val even = Forms.seven() % 2 == 0
      val x = if (even) X("even") else X("odd")
      return x.toString() + X(if (even) "yes" else "no") + X(if (even) X("a") else X("b"))
    }
  }

  class SwitchArgument : Forms.Form {
    override fun run(): Any =
      X(
        when (Forms.seven()) {
          1 -> "one"
          7 -> "seven"
          else -> "other"
        }
      )
  }

  class TryArgument : Forms.Form {
    override fun run(): Any =
      "before" +
        X(
          try {
            "" + Forms.failing()
          } catch (e: IllegalStateException) {
            "caught"
          }
        )
  }

  class TryArgumentNested : Forms.Form {
    override fun run(): Any {
      var after = 1
      var x =
        X(
          X(
            try {
              X(X(Forms.failing(), 1L))
            } catch (e: IllegalStateException) {
              X("caught")
            } finally {
              after++
            }
          )
        )
      for (i in 0..1) {
        x = X(x)
      }
      return "$x $after"
    }
  }

  class InlinedArgument : Forms.Form {
    override fun run(): Any {
      val given = X(twice { if (Forms.seven() > 8) return X("left") else X("inlined") })
      return X(run { listOf(1, 2).forEach { if (it == 3) return X("left") }; given })
    }
  }

  class Elvis : Forms.Form {
    private fun none(): X? = null

    override fun run(): Any = X(none() ?: X(none() ?: return X("returned")))
  }

  class SpreadVarargs : Forms.Form {
    override fun run(): Any {
      val all = arrayOf<Any>(1, "two")
      return X(*all, 3L)
    }
  }

  class DefaultArguments(val x: X = X("default"), val y: X = X(x)) : Forms.Form {
    override fun run(): Any = y
  }

  class Lazy : Forms.Form {
    private val x by lazy { X("lazy") }

    override fun run(): Any = x
  }

  class CompanionField : Forms.Form {
    companion object {
      val x = X("companion")
    }

    override fun run(): Any = x
  }

  class SuperArgument : X(X("argument")), Forms.Form {
    override fun run(): Any = this
  }

  class LambdaBody : Forms.Form {
    override fun run(): Any {
      val supplier = Supplier { X(X("lambda")) }
      return supplier.get()
    }
  }

  class Reference : Forms.Form {
    override fun run(): Any {
      val make: () -> X = ::X
      val supplier = Supplier<X>(::X)
      return make().toString() + supplier.get()
    }
  }

  class Coroutine : Forms.Form {
    override fun run(): Any =
      sequence {
          yield(X("first"))
          for (i in 1..2) {
            yield(X(X(i, i.toLong())))
          }
        }
        .toList()
  }

  class AnonymousSubclass : Forms.Form {
    override fun run(): Any =
      object : X("base") {
        override fun toString() = "anonymous"
      }
  }
}
