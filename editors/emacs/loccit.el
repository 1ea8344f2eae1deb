;;; loccit.el --- citations for essays, with eglot  -*- lexical-binding: t -*-

;; Emacs 29 or newer has eglot; older ones get it from GNU ELPA.

(defvar loccit-modes
  '(markdown-mode gfm-mode org-mode rst-mode html-mode latex-mode bibtex-mode)
  "The modes of essays and libraries.")

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               (cons loccit-modes '("loccit" "lsp"))))

(dolist (mode loccit-modes)
  (add-hook (intern (format "%s-hook" mode)) 'eglot-ensure))

;;; loccit.el ends here
