/// Reads ahead what nearly every comparison needs: how languages are told apart, and the words of the commonest one.
///
/// For a process that has little else to do: meanwhile another thread can read arguments and texts. A comparison that comes
/// first waits for what is begun, and any other language is read when it is met, as ever.
package func getReadyToCompare() {
    LanguageDetection.getReady()
    _ = Lexicon.named("en")
}
