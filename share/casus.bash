# bash completion for casus
_casus() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    if [ "$COMP_CWORD" = 1 ]; then
        COMPREPLY=($(compgen -W "$(casus help | sed -n 's/^  \([a-z]*\) .*/\1/p' | sort -u)" -- "$word"))
        return
    fi
    case $before in
    --format) COMPREPLY=($(compgen -W "jsonl table" -- "$word")); return ;;
    --data | --user) COMPREPLY=($(compgen -d -- "$word")); return ;;
    esac
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$(casus help "${COMP_WORDS[1]}" 2>/dev/null | grep -o -- '--[a-z]*' | sort -u)" -- "$word"))
    else
        COMPREPLY=($(compgen -f -- "$word"))
    fi
}
complete -o filenames -F _casus casus
