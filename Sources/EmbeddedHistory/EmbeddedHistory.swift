/// The history that ships with the tool: the folder `PolicyHistory` of the project, carried in the binary.
public enum EmbeddedHistory {
    /// The files below `PolicyHistory`, sorted by path, each with its text.
    public static var files: [(path: String, text: String)] { EmbeddedFiles.all }
}
