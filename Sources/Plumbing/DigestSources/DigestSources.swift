import Foundation
import PackagePlugin

/// Writes into the target which program it is: a digest of the sources of all rooms that it is made of.
///
/// What one program worked out and kept is not trusted by another; a number that somebody has to remember to raise would be.
@main
struct DigestSources: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let output = context.pluginWorkDirectoryURL.appending(path: "ProgramDigest.swift")
        let rooms = target.recursiveTargetDependencies.filter { room in
            room.directoryURL.path.hasPrefix(context.package.directoryURL.appending(path: "Sources").path)
        }
        let files = rooms.flatMap { Self.files(below: $0.directoryURL) }.sorted { $0.path < $1.path }
        return [
            .buildCommand(
                displayName: "Digesting the sources of \(target.name)",
                executable: try context.tool(named: "digest-sources").url,
                arguments: [output.path] + files.map(\.path),
                inputFiles: files,
                outputFiles: [output])
        ]
    }

    private static func files(below folder: URL) -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        return (all?.compactMap { $0 as? URL } ?? []).filter {
            (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
        }
    }
}
