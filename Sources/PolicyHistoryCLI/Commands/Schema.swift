import ArgumentParser
import PolicyParsing
import PolicyRendering

/// `policyhistory schema`: the JSON Schema of what the command reads and writes.
struct Schema: AnsweringCommand {
    /// What has a schema.
    enum Name: String, CaseIterable, ExpressibleByArgument {
        case rules, settings, changes, notice, changelog
        case frontMatter = "front-matter"
        case noticeFrontMatter = "notice-front-matter"
    }

    static let configuration = CommandConfiguration(
        commandName: "schema",
        _superCommandName: PolicyHistoryCommand.name,
        abstract: "The JSON Schema of rules.yaml, policyhistory.yaml, the front matter, or the answers in JSON.",
        discussion: """
            Example:
              policyhistory schema rules > rules.schema.json
            """)

    @Argument(help: "rules, settings, front-matter, notice-front-matter, changes, notice or changelog.")
    var name: Name

    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(in composition: Composition) throws -> Answer {
        // One text in every form: a schema is JSON whatever the answer's form.
        switch name {
        case .changes: Answer(text: JSONSchemas.changes.text)
        case .notice: Answer(text: JSONSchemas.notice.text)
        case .changelog: Answer(text: JSONSchemas.changelog.text)
        case .rules, .settings, .frontMatter, .noticeFrontMatter: Answer(text: jsonSchema(named: name.rawValue) ?? "")
        }
    }
}
