public import ArgumentParser
public import PolicyModel

/// Where the policies are.
struct RepositoryOptions: ParsableArguments {
    @Option(
        name: [.customShort("C"), .long],
        help: ArgumentHelp(
            "The git repository, bare or not; else POLICYHISTORY_REPOSITORY, else found from the working folder upwards.",
            valueName: "path"),
        completion: .directory)
    var repository: String?

    @Option(help: ArgumentHelp("The folder of the repository that holds the policies.", valueName: "folder"))
    var root: String?

    @Option(
        help: ArgumentHelp(
            "How the policies are laid out: native (a folder each, with policy.md and rules.yaml) or documents (every Markdown file is one). Detected by default.",
            valueName: "layout"))
    var layout: Layout?

    @Flag(help: "Use the history that ships with policyhistory.")
    var example = false

    @Flag(help: "Neither read nor write the index: slower, with the same answer.")
    var noIndex = false

    @Flag(help: "Read a repository whose files belong to another user.")
    var allowForeignOwner = false

    mutating func validate() throws {
        if example, repository != nil {
            throw ValidationError("--example has a repository of its own: leave --repository out")
        }
    }
}

extension Layout: ExpressibleByArgument {}
