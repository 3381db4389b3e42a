package nomic.code;

import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The types that a rule declares, read from its tree. */
final class DeclaredTypes {
    private DeclaredTypes() {}

    /** The names of all declared types and enums. */
    static Set<String> names(PackageDescr tree) {
        var names = new TreeSet<String>();
        tree.getTypeDeclarations().forEach(type -> names.add(type.getTypeName()));
        tree.getEnumDeclarations().forEach(type -> names.add(type.getTypeName()));
        return names;
    }

    /** The fact types with their fields, without enums. */
    static List<DeclaredType> of(PackageDescr tree) {
        var byName = new TreeMap<String, TypeDeclarationDescr>();
        tree.getTypeDeclarations().forEach(type -> byName.put(type.getTypeName(), type));
        return tree.getTypeDeclarations().stream()
                .map(type -> new DeclaredType(type.getTypeName(), fields(type, byName, 0)))
                .toList();
    }

    private static List<DeclaredType.Field> fields(
            TypeDeclarationDescr type, Map<String, TypeDeclarationDescr> byName, int depth) {
        var fields = new ArrayList<DeclaredType.Field>();
        for (var parent : type.getSuperTypes()) {
            var declared = byName.get(parent.getName());
            if (declared != null && depth < byName.size()) {
                fields.addAll(fields(declared, byName, depth + 1));
            }
        }
        type.getFields()
                .values()
                .forEach(
                        field ->
                                fields.add(
                                        new DeclaredType.Field(
                                                field.getFieldName(),
                                                field.getPattern().getObjectType())));
        return fields;
    }
}
