package dev.ssot.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * No {@code hashCode} and no {@code equals} of the application is called, of its class loaders
 * least of all: they may take a lock whose owner waits for a class that we weave.
 */
@AnalyzeClasses(
    packages = {"dev.ssot.engine", "dev.ssot.bootstrap"},
    importOptions = ImportOption.DoNotIncludeTests.class)
final class NoApplicationHashTest {
  @ArchTest
  static final ArchRule nobody_asks_an_object_of_unknown_origin =
      noClasses()
          .should()
          .callMethodWhere(
              target(owner(describe("anybody's", NoApplicationHashTest::isAnybodys)))
                  .and(target(nameMatching("hashCode|equals"))));

  /** Those two wrap each object into a key of their own. */
  @ArchTest
  static final ArchRule nobody_keeps_the_applications_objects_in_a_map_by_hash =
      noFields()
          .that()
          .areNotDeclaredIn("dev.ssot.engine.ledger.WeakIdentityMap")
          .and()
          .areNotDeclaredIn("dev.ssot.engine.guard.SharedInstances")
          .and()
          .doNotHaveRawType(IdentityHashMap.class)
          .should(ArchCondition.from(hashed()));

  private static DescribedPredicate<JavaField> hashed() {
    return describe(
        "maps or sets of objects that may be the application's",
        field ->
            (field.getRawType().isAssignableTo(Map.class)
                    || field.getRawType().isAssignableTo(Set.class))
                && isKeyedByAnybodys(field));
  }

  private static boolean isKeyedByAnybodys(JavaField field) {
    return !(field.getType() instanceof JavaParameterizedType)
        || isAnybodys(
            ((JavaParameterizedType) field.getType()).getActualTypeArguments().get(0).toErasure());
  }

  /** A class or a method handle cannot be extended: it has the hash that the JDK gave it. */
  private static boolean isAnybodys(JavaClass type) {
    return type.isEquivalentTo(Object.class)
        || type.isAssignableTo(ClassLoader.class)
        || type.isAssignableTo(Thread.class)
        || type.isAssignableTo(Throwable.class);
  }
}
