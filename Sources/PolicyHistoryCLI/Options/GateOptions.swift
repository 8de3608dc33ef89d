public import ArgumentParser
public import PolicyModel

/// When a comparison makes the command leave with status 1.
struct GateOptions: ParsableArguments {
    @Flag(help: "Leave with status 1 where anything substantive (material or minor) changed.")
    var exitCode = false

    @Option(
        help: ArgumentHelp(
            "Leave with status 1 where a change is at least that significant: material, minor or editorial.",
            valueName: "significance"))
    var failOn: Significance?

    /// Returns the status where the most important change is of that significance; nil where nothing changed.
    func status(for highest: Significance?) -> ExitStatus {
        let least = [failOn, exitCode ? .minor : nil].compactMap { $0 }.min()
        guard let least, let highest else { return .success }
        return highest >= least ? .found : .success
    }
}

extension Significance: ExpressibleByArgument {}
