package nomic.server.cli;

import nomic.server.setting.Configuration;
import nomic.server.setting.Setting;
import nomic.server.setting.WrongSetting;

import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The settings as options of a command, made of their list. */
final class Flags implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
        for (Setting setting : Setting.values()) {
            if (!setting.isSecret()) {
                command.addOption(option(setting));
            }
        }
        return command;
    }

    private static OptionSpec option(Setting setting) {
        String meaning = setting.meaning().replace("`", "").replace("%", "%%");
        String standard = setting.standard().replace("`", "");
        var option =
                OptionSpec.builder(setting.flag())
                        .type(String.class)
                        .description(meaning + " (default: " + standard + ")");
        return setting.isSwitch()
                ? option.arity("0..1").paramLabel("true|false").fallbackValue("true").build()
                : option.arity("1").paramLabel(setting.placeholder()).build();
    }

    /** The settings of a command that has all of them as options. */
    static Configuration configuration(CommandSpec command) {
        var flags = new EnumMap<Setting, String>(Setting.class);
        for (Setting setting : Setting.values()) {
            OptionSpec option = setting.isSecret() ? null : command.findOption(setting.flag());
            if (option != null && option.getValue() != null) {
                flags.put(setting, option.getValue());
            }
        }
        return configuration(command, flags);
    }

    /** The settings where some have flags. */
    static Configuration configuration(CommandSpec command, Map<Setting, String> flags) {
        try {
            return Configuration.read(flags, System.getenv(), Path.of(""));
        } catch (WrongSetting e) {
            throw wrong(command, e);
        }
    }

    static ParameterException wrong(CommandSpec command, WrongSetting e) {
        return new ParameterException(command.commandLine(), e.getMessage());
    }
}
