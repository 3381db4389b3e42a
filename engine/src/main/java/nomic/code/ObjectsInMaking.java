package nomic.code;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where objects are made whose constructors are called after a branch. Frames name such an object
 * by the label that stands right before it is made, so nothing may come between the two.
 */
final class ObjectsInMaking {
    private final MethodNode method;
    private final Map<LabelNode, AbstractInsnNode> makings = new LinkedHashMap<>();

    /** Remembers the places, before steps are added to a method. */
    ObjectsInMaking(MethodNode method) {
        this.method = method;
        for (AbstractInsnNode step : method.instructions) {
            if (step instanceof FrameNode frame) {
                remember(frame.local);
                remember(frame.stack);
            }
        }
    }

    private void remember(List<Object> values) {
        for (var value : values) {
            if (value instanceof LabelNode label) {
                AbstractInsnNode making = label;
                while (making.getOpcode() < 0) {
                    making = making.getNext();
                }
                makings.put(label, making);
            }
        }
    }

    /** Names them by labels of their own, after steps have been added. */
    void nameAgain() {
        if (makings.isEmpty()) {
            return;
        }
        var labels = new LinkedHashMap<LabelNode, LabelNode>();
        makings.forEach(
                (label, making) -> {
                    var own = new LabelNode();
                    method.instructions.insertBefore(making, own);
                    labels.put(label, own);
                });
        for (AbstractInsnNode step : method.instructions) {
            if (step instanceof FrameNode frame) {
                frame.local = named(frame.local, labels);
                frame.stack = named(frame.stack, labels);
            }
        }
    }

    private static List<Object> named(List<Object> values, Map<LabelNode, LabelNode> labels) {
        var named = new ArrayList<>(values);
        named.replaceAll(value -> value instanceof LabelNode label ? labels.get(label) : value);
        return named;
    }
}
