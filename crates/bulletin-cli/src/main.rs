//! The command `bulletin`.

fn main() -> std::process::ExitCode {
    bulletin_cli::run(std::env::args_os().skip(1)).into()
}
