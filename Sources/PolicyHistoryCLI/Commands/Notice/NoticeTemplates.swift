import ArgumentParser
import Foundation
import PolicyRendering

/// `policyhistory notice templates DIR`: writes the built-in templates out for editing.
struct NoticeTemplates: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "Write the built-in templates of all forms into a folder, for editing.",
        discussion: """
            Templates are written in Mustache. Their fields are the keys of `policyhistory schema notice`, with brand, short, \
            mail and several beside them. Delete what you do not change: the built-in template takes its place.

            Example:
              policyhistory notice templates my-templates
              policyhistory notice mistral-usage-policy --example --format html --templates my-templates
            """)

    @Argument(help: "The folder; it is made where it is not there.", completion: .directory)
    var folder: String

    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(in composition: Composition) throws -> Answer {
        let files = TemplateSet.builtIn.map { (path: "\(folder)/\($0.name).mustache", bytes: Array($0.source.utf8)) }
        var missing: [(path: String, bytes: [UInt8])] = []
        for file in files {
            switch Platform.contents(of: file.path) {
            case .missing: missing.append(file)
            case .bytes(let bytes) where bytes == file.bytes: break
            case .unreadable(let why): throw CommandFailure.unreadable(file.path, why: why)
            default:
                throw CommandFailure.usage(
                    "\(file.path) is there already, and is not the built-in template.",
                    hint: "Name another folder, or move the file away.")
            }
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure.unwritable(folder, why: (error as NSError).localizedDescription)
        }
        for file in missing {
            if let why = Platform.replace(file.path, with: file.bytes) {
                throw CommandFailure.unwritable(file.path, why: why)
            }
        }
        return Answer(text: "\(files.count) templates are in \(folder).")
    }
}
