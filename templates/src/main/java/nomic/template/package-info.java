/**
 * Templates: rules with typed parameters, which players fill in. Trusted text and checked values
 * are expanded by Drools' own templates, in a class loader apart from all that runs rules.
 */
@NullMarked
package nomic.template;

import org.jspecify.annotations.NullMarked;
