"""One file per algorithm, each a thin shell: parameters in, frames to the analysis, frames out."""
