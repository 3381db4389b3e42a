package nomic.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All annotations of a class file, wherever they stand: those of the class, its members and their
 * parameters, of types, variables and single steps.
 */
final class Annotations {
    private final List<AnnotationNode> found = new ArrayList<>();

    private Annotations() {}

    static List<AnnotationNode> of(ClassNode node) {
        var annotations = new Annotations();
        annotations.add(node.visibleAnnotations, node.invisibleAnnotations);
        annotations.add(node.visibleTypeAnnotations, node.invisibleTypeAnnotations);
        node.fields.forEach(annotations::addField);
        node.methods.forEach(annotations::addMethod);
        if (node.recordComponents != null) {
            node.recordComponents.forEach(annotations::addComponent);
        }
        return annotations.found;
    }

    @SafeVarargs
    private void add(@Nullable List<? extends AnnotationNode>... lists) {
        for (var list : lists) {
            if (list != null) {
                found.addAll(list);
            }
        }
    }

    private void addField(FieldNode field) {
        add(field.visibleAnnotations, field.invisibleAnnotations);
        add(field.visibleTypeAnnotations, field.invisibleTypeAnnotations);
    }

    private void addComponent(RecordComponentNode component) {
        add(component.visibleAnnotations, component.invisibleAnnotations);
        add(component.visibleTypeAnnotations, component.invisibleTypeAnnotations);
    }

    private void addMethod(MethodNode method) {
        add(method.visibleAnnotations, method.invisibleAnnotations);
        add(method.visibleTypeAnnotations, method.invisibleTypeAnnotations);
        addParameters(method.visibleParameterAnnotations);
        addParameters(method.invisibleParameterAnnotations);
        addVariables(method.visibleLocalVariableAnnotations);
        addVariables(method.invisibleLocalVariableAnnotations);
        for (var step : method.instructions) {
            add(step.visibleTypeAnnotations, step.invisibleTypeAnnotations);
        }
        for (var block : method.tryCatchBlocks) {
            add(block.visibleTypeAnnotations, block.invisibleTypeAnnotations);
        }
    }

    private void addParameters(@Nullable List<AnnotationNode> @Nullable [] lists) {
        if (lists != null) {
            Arrays.stream(lists).forEach(this::add);
        }
    }

    private void addVariables(@Nullable List<LocalVariableAnnotationNode> list) {
        add(list);
    }
}
