//! Where a command writes: standard output, or a file that appears only when it is complete.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Seek, Write};
use std::path::{Path, PathBuf};

use anstream::AutoStream;

use crate::reading::Done;

/// Where a command writes.
#[derive(Debug)]
pub(crate) enum Output {
    /// Standard output to a pipe or file: whatever is written, as it is.
    Standard(BufWriter<io::Stdout>),
    /// Standard output to a terminal of so many columns; styles are left out where it can't or shouldn't show them.
    Terminal(BufWriter<AutoStream<io::Stdout>>, usize),
    /// A device or pipe, which cannot be replaced.
    Device(BufWriter<File>),
    /// A file that appears, or is replaced, only when it is complete.
    File {
        /// Without a name, so that nothing is left of it if the run is cut short.
        draft: BufWriter<File>,
        target: PathBuf,
    },
}

impl Output {
    /// The output to `file`, or to standard output without one or for `-`.
    ///
    /// A folder that cannot be written to is found out here, before the work.
    pub(crate) fn open(file: Option<&Path>) -> io::Result<Self> {
        let Some(file) = file.filter(|file| *file != Path::new("-")) else {
            return Ok(Output::standard());
        };
        // A link stays, and what it points to is replaced.
        let target = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
        match fs::metadata(&target) {
            Ok(data) if data.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            Ok(data) if !data.is_file() => {
                let device = File::options().write(true).open(&target)?;
                Ok(Output::Device(BufWriter::new(device)))
            }
            _ => {
                let draft = tempfile::tempfile_in(folder(&target))?;
                Ok(Output::File { draft: BufWriter::new(draft), target })
            }
        }
    }

    /// Standard output.
    pub(crate) fn standard() -> Self {
        const USUAL: usize = 80;
        if !io::stdout().is_terminal() {
            return Output::Standard(BufWriter::new(io::stdout()));
        }
        let width = terminal_size::terminal_size().map_or(USUAL, |(width, _)| usize::from(width.0));
        Output::Terminal(BufWriter::new(AutoStream::auto(io::stdout())), width)
    }

    /// The columns of the terminal that a person reads this on, if so.
    pub(crate) fn terminal_width(&self) -> Option<usize> {
        match self {
            Output::Terminal(_, width) => Some(*width),
            Output::Standard(_) | Output::Device(_) | Output::File { .. } => None,
        }
    }

    /// Completes the output of a reading: a file gets its name.
    ///
    /// Where no bulletin could be read or the reading has stopped, the file that was there stays: an empty table or
    /// half of one is no better.
    pub(crate) fn finish(mut self, done: Done) -> io::Result<()> {
        self.flush()?;
        match self {
            Output::File { .. } if done.is_stopped => Err(io::Error::other("what --strict stops at")),
            Output::File { .. } if done.bulletins == 0 => Err(io::Error::other("no bulletin that could be read")),
            Output::File { draft, target } => publish(draft.into_inner()?, &target),
            Output::Standard(_) | Output::Terminal(..) | Output::Device(_) => Ok(()),
        }
    }

    fn writer(&mut self) -> &mut dyn Write {
        match self {
            Output::Standard(output) => output,
            Output::Terminal(output, _) => output,
            Output::Device(output) | Output::File { draft: output, .. } => output,
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer().flush()
    }
}

/// Puts a draft in the place of `target` at one stroke: under a temporary name in its folder first, then renamed.
fn publish(mut draft: File, target: &Path) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    // Those of any new file; the crate's own are for secrets.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.prefix(".bulletin-").tempfile_in(folder(target))?;
    draft.rewind()?;
    io::copy(&mut draft, &mut file)?;
    if let Ok(replaced) = fs::metadata(target) {
        file.as_file().set_permissions(replaced.permissions())?;
    }
    file.persist(target)?;
    Ok(())
}

fn folder(target: &Path) -> &Path {
    target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
