// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.learning;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Runs the tests of a contract by hand, so that their failures can be looked at. */
final class ContractRun {
    private ContractRun() {}

    /** The names of a contract's tests. */
    static SortedSet<String> items(Class<?> contract) {
        SortedSet<String> items = new TreeSet<>();
        for (Method method : contract.getMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                items.add(method.getName());
            }
        }
        return items;
    }

    /** The tests that fail, with their messages. */
    static Map<String, String> failures(Object contract) {
        Map<String, String> failures = new TreeMap<>();
        for (String item : items(contract.getClass())) {
            try {
                contract.getClass().getMethod(item).invoke(contract);
            } catch (InvocationTargetException thrown) {
                if (!(thrown.getCause() instanceof TestAbortedException)) {
                    failures.put(item, String.valueOf(thrown.getCause()));
                }
            } catch (ReflectiveOperationException broken) {
                throw new LinkageError("the contract cannot be run", broken);
            }
        }
        return failures;
    }
}
