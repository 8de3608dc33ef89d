public import ArgumentParser
import PolicyDiff
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

    /// Returns the status for changes of these significances.
    func status(for significances: some Sequence<Significance>) -> ExitStatus {
        let least = [failOn, exitCode ? .minor : nil].compactMap { $0 }.min()
        guard let least, let highest = significances.max() else { return .success }
        return highest >= least ? .found : .success
    }
}

extension Significance: ExpressibleByArgument {}
