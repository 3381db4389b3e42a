package nomic.code;

import org.drools.codegen.common.GeneratedFile;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.BuildContext;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieModuleKieProject;
import org.drools.model.codegen.execmodel.CanonicalModelKieProject;
import org.drools.model.codegen.execmodel.ModelBuilderImpl;
import org.kie.api.builder.KieBuilder;

import java.util.ArrayList;
import java.util.function.BiFunction;

/**
 * The executable model of Drools, which leaves the Java that it generates in the module beside the
 * classes. Public because Drools finds the supplier by reflection.
 */
public final class ModelProject implements KieBuilder.ProjectType {
    /** The folder of the Java in the module. */
    static final String JAVA = "java/";

    /** Makes the project of a module. */
    public static final BiFunction<InternalKieModule, ClassLoader, KieModuleKieProject> SUPPLIER =
            Project::new;

    private ModelProject() {}

    private static final class Project extends CanonicalModelKieProject {
        Project(InternalKieModule module, ClassLoader parent) {
            super(module, parent);
        }

        @Override
        public void writeProjectOutput(MemoryFileSystem files, BuildContext context) {
            super.writeProjectOutput(files, context);
            var generated = new ArrayList<GeneratedFile>();
            for (ModelBuilderImpl<?> builder : modelBuilders.values()) {
                builder.getPackageSources().forEach(each -> each.collectGeneratedFiles(generated));
            }
            generated.forEach(file -> files.write(JAVA + file.relativePath(), file.contents()));
        }
    }
}
